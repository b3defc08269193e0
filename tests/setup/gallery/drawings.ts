// Pictures for a site that is photographed: drawn here, so that nothing is fetched and nobody's rights are touched.
import sharp from 'sharp'

interface Palette {
  sky: [string, string]
  sun: string
  hills: [string, string, string]
}

const PALETTES: Palette[] = [
  { sky: ['#f6e3c5', '#cfe3df'], sun: '#f4b98a', hills: ['#9dbfb5', '#5f948c', '#2c6660'] },
  { sky: ['#dfe9ef', '#b5cbd8'], sun: '#fdf3dc', hills: ['#8fa9b8', '#587a8d', '#2d4d60'] },
  { sky: ['#fbeee0', '#f0c9b0'], sun: '#fff6e6', hills: ['#d79f86', '#a9695a', '#6a3d3b'] },
]

/** A line of hills; `phase` moves it sideways. */
function hill(height: number, swing: number, phase: number): string {
  const points = Array.from({ length: 33 }, (_, index) => {
    const y = height + swing * (Math.sin(index / 4.1 + phase) + 0.5 * Math.sin(index / 1.9 + phase))
    return `${index * 50},${Math.round(y)}`
  })
  return `M0,900 L${points.join(' L')} L1600,900 Z`
}

export function landscape(kind: number): Promise<Buffer> {
  const palette = PALETTES[kind % PALETTES.length]
  if (!palette) throw new Error('There is no palette.')
  const [from, to] = palette.sky
  const hills = palette.hills.map(
    (colour, index) =>
      `<path fill="${colour}" d="${hill(470 + index * 130, 52 - index * 8, kind + index * 1.7)}"/>`,
  )
  return png(
    1600,
    900,
    `<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${from}"/>
       <stop offset="1" stop-color="${to}"/></linearGradient></defs>
     <rect width="1600" height="900" fill="url(#sky)"/>
     <circle cx="${380 + kind * 330}" cy="300" r="105" fill="${palette.sun}"/>${hills.join('')}`,
  )
}

const COATS = ['#2c6660', '#7a5a48', '#3f5573', '#8a6a2f']
const SKIN = ['#e6bd9c', '#8d5b3e', '#c98f68', '#f0cdb0']
const HAIR = ['#4a3426', '#1e1714', '#2b211c', '#9a948c']

export function portrait(kind: number): Promise<Buffer> {
  const [coat, skin, hair] = [COATS, SKIN, HAIR].map((colours) => colours[kind % colours.length])
  return png(
    800,
    800,
    `<rect width="800" height="800" fill="#dfe5dd"/>
     <path d="M90,800 C110,600 260,560 400,560 S690,600 710,800 Z" fill="${coat}"/>
     <path d="M335,480 h130 v110 q-65,60 -130,0 Z" fill="${skin}"/>
     <ellipse cx="400" cy="350" rx="150" ry="185" fill="${skin}"/>
     <path d="M243,350 C225,170 320,120 400,120 S575,170 557,350 C545,260 480,235 400,240 S255,270 243,350 Z" fill="${hair}"/>`,
  )
}

const png = (width: number, height: number, drawing: string): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${drawing}</svg>`,
    ),
  )
    .png()
    .toBuffer()
