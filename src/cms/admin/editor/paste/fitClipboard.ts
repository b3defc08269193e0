// Converts what was pasted or dropped into what the text can hold, and tells what that loses.
import { fitPasted } from '@/domain/paste/fitPasted'
import type { PasteLoss } from '@/domain/paste/losses'
import { countBlocks, fitAsNodes, NODES_TYPE } from '@/domain/paste/pastedNodes'
import type { TextKind } from '@/domain/text/textShape'
import { readHtml, writeHtml } from './html'

const HTML = 'text/html'

/** "Copy image" in a browser gives the picture itself, beside HTML that only names its address. */
function fileAlone(files: FileList): DataTransfer {
  const transfer = new DataTransfer()
  for (const file of files) transfer.items.add(file)
  return transfer
}

/**
 * @returns what to insert in place of `transfer`, and what is lost; undefined when the editor takes it just so: plain
 * text, files, and nodes of a text such as this one
 */
export function fitClipboard(
  kind: TextKind,
  transfer: DataTransfer,
): { transfer: DataTransfer; losses: PasteLoss[] } | undefined {
  const nodes = transfer.getData(NODES_TYPE)
  const html = transfer.getData(HTML)
  if (html === '' || fitAsNodes(kind, nodes)) return undefined
  const fitted = fitPasted(kind, readHtml(html))
  const isPictureAlone =
    fitted.nodes.length === 0 && fitted.losses.every(({ code }) => code === 'picture')
  if (isPictureAlone && transfer.files.length > 0)
    return { transfer: fileAlone(transfer.files), losses: [] }
  const blocks = countBlocks(kind, nodes)
  const losses: PasteLoss[] =
    blocks > 0 ? [{ code: 'block', count: blocks, addresses: [] }, ...fitted.losses] : fitted.losses
  const fit = new DataTransfer()
  fit.setData(HTML, writeHtml(fitted.nodes))
  return { transfer: fit, losses }
}
