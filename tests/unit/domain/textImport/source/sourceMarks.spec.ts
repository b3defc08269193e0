// Marks of a source in a text, and prose that only looks like it.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findSourceMarks } from '@/domain/textImport/source/sourceMarks'

const found = (text: string) => findSourceMarks(text).map(({ kind, text }) => `${kind}: ${text}`)

/** Texts as they would reach a reader, with the marks in them. */
const MARKED: [text: string, ...marks: string[]][] = [
  ['Do **not** run.', 'bold: **not**'],
  ['Do __not__ run.', 'bold: __not__'],
  ['This is ***very* bad** news.', 'bold: ***very* bad**'],
  ['**One.** And **two three**, four.', 'bold: **One.**', 'bold: **two three**'],
  ['**跑步** 很好', 'bold: **跑步**'],
  ['每天**跑步**很好，*慢*跑。', 'bold: **跑步**', 'italic: *慢*'],
  ['It is *not* so.', 'italic: *not*'],
  ['Read _The Lancet_, please.', 'italic: _The Lancet_'],
  ['(_both_)', 'italic: _both_'],
  [
    '~~Old~~ and ==new==.',
    'strikethrough or highlight: ~~Old~~',
    'strikethrough or highlight: ==new==',
  ],
  ['10^th^ of H~2~O', 'raised or lowered text: ^th^', 'raised or lowered text: ~2~'],
  ['See [the study](https://x.org/a).', 'link: [the study](https://x.org/a)'],
  [
    'See [it](/a_(b) "Title"), [that][1], [this][].',
    'link: [it](/a_(b) "Title")',
    'link: [that][1]',
    'link: [this][]',
  ],
  ['[1]: https://x.org', 'link: [1]: https://x.org'],
  ['At <https://x.org/a>.', 'link: <https://x.org/a>'],
  ['"the study":https://x.org', 'link: "the study":https://x.org'],
  ['![A knee](/knee.jpg)', 'image: ![A knee](/knee.jpg)'],
  ['![[knee.png]] and ![a][b]', 'image: ![[knee.png]]', 'image: ![a][b]'],
  ['The [[Knee|knees]] ache.', 'link of a wiki: [[Knee|knees]]'],
  ['By [https://x.org the clinic].', 'link of a wiki: [https://x.org the clinic]'],
  [
    "It is ''not'' '''so'''.",
    "bold or italic of a wiki: ''not''",
    "bold or italic of a wiki: '''so'''",
  ],
  ['## Warm up', 'heading: ## W'],
  ['== Warm up ==', 'heading: == Warm up =='],
  ['h2. Warm up', 'heading: h2. W'],
  ['Warm up {#warm-up}', 'heading: {#warm-up}'],
  ['Warm up {: .lead}', 'heading: {: .lead}'],
  ['> Rest first, she says.', 'quotation: >'],
  ['> [!NOTE] Rest.', 'quotation: >'],
  ['[!NOTE] Rest.', 'notice: [!NOTE]'],
  [':::tip Rest. :::', 'notice: :::tip', 'notice: :::'],
  ['!!! note Rest.', 'notice: !!! note'],
  ['.. note:: Rest.', 'notice: .. note::'],
  ['| Day | Minutes | | --- | --- | | 1 | 5 |', 'table: | Day |', 'table: | --- |', 'table: --- |'],
  ['Day | Minutes --- | --- 1 | 5', 'table: --- |'],
  ['+-----+-----+ | a | b |', 'table: +-----+'],
  ['Run `npm start` now.', 'code: `npm start`'],
  ['``a ` b``', 'code: ``a ` b``'],
  ['```js let a = 1', 'code: ```'],
  ['~~~ sh', 'code: ~~~ sh'],
  ['A<br>b', 'HTML: <br>'],
  ['<p class="lead">Text</p>', 'HTML: <p class="lead">', 'HTML: </p>'],
  ['<Callout type="tip">Rest</Callout>', 'HTML: <Callout type="tip">', 'HTML: </Callout>'],
  ['<Video id={5} />', 'HTML: <Video id={5} />'],
  ['<x-player/> <video controls>', 'HTML: <x-player/>', 'HTML: <video controls>'],
  ['Before <!--more--> after', 'HTML: <!--'],
  ['<?php the_title(); ?>', 'HTML: <?php'],
  [
    'Salt &amp; pepper&nbsp;&#8211; caf&eacute;',
    'HTML character: &amp;',
    'HTML character: &nbsp;',
    'HTML character: &#8211;',
    'HTML character: &eacute;',
  ],
  ['{{< youtube id="x" >}}', 'template or shortcode: {{< youtube id="x" >}}'],
  [
    '{{ site.title }} {% include a.html %}',
    'template or shortcode: {{ site.title }}',
    'template or shortcode: {% include a.html %}',
  ],
  [
    '[caption id="a" width="3"]A knee[/caption]',
    'template or shortcode: [caption id="a" width="3"]',
    'template or shortcode: [/caption]',
  ],
  ['[gallery] [b]bold[/b]', 'template or shortcode: [gallery]', 'template or shortcode: [/b]'],
  ['So they say.[^1]', 'footnote: [^1]'],
  ['So they say.^[Not all.]', 'footnote: ^[Not all.]'],
  ['[x] Buy shoes', 'task: [x] B'],
  ['$$a^2$$ and \\frac{1}{2}', 'formula: $$a^2$$', 'formula: \\frac'],
  [
    'Not \\*this\\* one.',
    'escaped sign or hard line break: \\*',
    'escaped sign or hard line break: \\*',
  ],
  [
    'One line\\ and another\\',
    'escaped sign or hard line break: \\',
    'escaped sign or hard line break: \\',
  ],
  ['Go :see_no_evil: :+1:', 'emoji: :see_no_evil:', 'emoji: :+1:'],
]

/** Ordinary prose. */
const PLAIN = [
  '2 * 3 * 4 = 24, and 2*3*4 is the same; 2**10 is 1024.',
  'Prices* include tax. *Delivery is extra. ** On weekdays.',
  'A 5* hotel and a 4* one, an A* and an A**, (*) and (*).',
  'That f***ing knee, s**t, and **** for the film.',
  'Use snake_case, file_name_here, __, my_ and _mine, ____ to fill in.',
  'It holds when a < b and c > d, x<y, y>z, <3, << and >>, -> and <-, p<0.05.',
  'Dear <Name>, write to Jane <jane@example.org>.',
  'AT&T, R&D; Q&A, M&S; fish & chips; Marks&Spencer; Tom&Jerry.',
  'He said it was “an other [sic] thing” [1] [2][3], and [the knee] hurt [see below] (a)[b].',
  'Smile :) ;-) :-D :( ^_^ >_< ¯\\_(ツ)_/¯ \\o/ (: <3 :/ :P xD',
  'It costs $5 and $6, €3, £2, US$100, or ~10 $; about ~50% of $20~30.',
  'At 10:30:00, ratio 1:2:3, Romans 8:28: note: this :that.',
  'From C:\\ or C:\\Users\\me and \\\\server\\share.',
  "He is 6'2'' tall; \"quoted\" and 'so' on; rock 'n' roll; the dogs' and cats' food.",
  '“It’s 5’ 10”,” she said — or so – he thought…',
  '> 5 kg is too much, >50% too; <10 is fine, ≥ 3.',
  '# of people, #1 tip, #selfcare and #2; No. #3.',
  'A | B | C, either/or, and/or, 1–2, 1-2, --, ---, -- so.',
  'Go to https://example.org/a_b_c?x=1&y=2&copy=3 or www.example.org/~jane/.',
  'jane_doe@example.org and john.roe+news@example.org.',
  'Vitamin B_12, CO2, H2O, x^2 + y^2, 10^3, E=mc^2.',
  'Answer (yes/no): [ ] and [x]; pick [a] or [b].',
  'He asked: "Why?": because.',
  'Questions? Yes! No?! Wow!!! Really???',
  '*',
  '**',
  '_',
  '`',
  '[',
  '](',
  '<',
  '&',
  '\\',
  '{',
  '|',
  '',
  "Say `quoted' and `quoted' again, and ``quoted''.",
  'C++, C#, F#, .NET, a+b, a=b, a==b, a===b, {a, b}, {} and [].',
  'A = B == C and D == E.',
  '1. First, 2) second, a) third, i. fourth, • fifth.',
  'h1.5 and h2 o',
  'Schritt 1: „Los“ – ›so‹ »da«.',
  'النص العربي * هنا، 中文_文字 ** 好，日本語「かぎ」。',
]

describe('findSourceMarks', () => {
  it.each(MARKED)('finds the marks in %j', (text, ...marks) => {
    expect(found(text)).toEqual(marks)
  })

  it.each(PLAIN)('finds none in %j', (text) => {
    expect(found(text)).toEqual([])
  })

  it('tells where a mark stands', () => {
    const text = 'One **two** three.'
    expect(findSourceMarks(text)).toEqual([{ kind: 'bold', text: '**two**', at: 4 }])
  })

  it('finds none in the texts of the house', () => {
    for (const name of readdirSync('content').filter((name) => name.endsWith('.txt'))) {
      const lines = readFileSync(`content/${name}`, 'utf8').split('\n')
      expect(lines.flatMap((line) => found(line.replace(/^Read Also: .*/, '')))).toEqual([])
    }
  })

  it('looks through a long text of any signs', () => {
    const parts = [
      '*',
      '**a',
      '_',
      '[',
      '](',
      '<a ',
      '{{',
      '`',
      "''a",
      '\\',
      '| ',
      '&',
      'a*b ',
      '[a',
      '"',
      '~~a',
    ]
    for (const part of parts) {
      expect(Array.isArray(findSourceMarks(part.repeat(20_000)))).toBe(true)
    }
  })
})
