// Prints where the private preview of an article is, on the site whose settings it runs with: previewAddress.ts ID
import { previewUrl } from '@/cms/preview'
import { openDatabase } from '@/commands/database'

openDatabase().then(
  () => {
    console.log(previewUrl(process.argv.at(-1)))
    process.exit()
  },
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
