// What a site that is photographed says beside the demonstration articles.

export const NOTES = [
  'Carrying a Child on One Hip',
  'A Short Walk After Lunch',
  'Getting Up From the Floor',
  'Ankles That Turn Too Easily',
  'Reaching for the Top Shelf',
  'Kneeling in the Garden',
  'What a Rest Day Is For',
  'Warm Hands on a Cold Bicycle',
  'Swimming When You Cannot Swim Far',
  'A Chair for the Kitchen',
  'Cramp in the Night',
  'Shoulders After a Day of Painting',
  'The First Week With a Stick',
  'Hills, Slowly',
  'Standing on One Leg in the Queue',
  'How To Fall a Little Better',
  'Hips That Click',
  'The Bus Stop Before Yours',
  'Cycling to Work Without Arriving Warm',
  'Sitting on the Floor Again',
  'Wrists and Flour',
  'A Rucksack That Sits Well',
  'Long Drives and Short Breaks',
  'Dancing in the Kitchen',
]

export const PEOPLE = {
  'mara-lindqvist': {
    credentials: 'Physiotherapist, MSc',
    jobTitle: 'Movement editor',
    description:
      'Mara worked for eleven years in a hospital gym before she began to write. She tests every exercise on her own stairs, and leaves out what she would not ask of a neighbour.',
    profiles: [
      { url: 'https://register.example.org/physiotherapists/lindqvist' },
      { url: 'https://orcid.example.org/0000-0001-2345-6789' },
    ],
  },
  'tomas-okafor': {
    credentials: 'BSc Sport Science',
    jobTitle: 'Writer',
    description: 'Tomas coaches people who thought they were too late for it.',
    profiles: [{ url: 'https://coaches.example.org/okafor' }],
  },
  'ines-duarte': {
    credentials: 'Occupational therapist',
    jobTitle: 'Writer',
    description: 'Ines visits people at their desks, and moves the desk rather than the person.',
    profiles: [],
  },
}

export const TERMS = {
  movement: 'Walking, climbing, carrying and stretching: what a body likes to be asked to do.',
  rest: 'Sleep, breaks and the day after: how to stop well.',
  'everyday-care': 'Shoes, water, boxes and necks: the small things that add up.',
}

export const TOPICS = {
  strength: 'What to lift, how often, and when to leave it on the floor.',
}

export const QUESTION = {
  question: 'Can I exercise with a cold?',
  answer:
    'Mostly yes, gently, when the cold sits above the neck: a runny nose or a sore throat. With fever, a cough deep in the chest or aching limbs, rest until you have been well for a day.',
}

export const CORRECTION =
  'An earlier version said that a trolley halves the load. It carries the load; what is halved is how often you bend.'
