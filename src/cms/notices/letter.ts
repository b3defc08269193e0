// Writes a notice as a mail: what happened, the note, what changed, and where to go on.

export interface Letter {
  subject: string
  text: string
  html: string
}

export interface Contents {
  /** On one line, without its full stop. */
  sentence: string
  note: string | null
  /** A heading and readable text; null when there is nothing to compare. */
  changes: { heading: string; text: string } | null
  link: string
  /** Where the account switches these mails off. */
  account: string
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)

const quoted = (note: string): string => note.replace(/^/gm, '> ')

const block = (tag: string, text: string): string =>
  `<${tag} style="white-space: pre-wrap">${escape(text)}</${tag}>`

const link = (address: string, text: string): string => `<a href="${escape(address)}">${text}</a>`

export const letterOf = ({ account, changes, link: to, note, sentence }: Contents): Letter => ({
  subject: sentence,
  text: [
    `${sentence}.`,
    ...(note ? [quoted(note)] : []),
    ...(changes ? [`${changes.heading}:`, changes.text] : []),
    `Open it in the panel: ${to}`,
    `To get no more of these mails: ${account}`,
  ].join('\n\n'),
  html: [
    `<p>${escape(sentence)}.</p>`,
    ...(note ? [block('blockquote', note)] : []),
    ...(changes ? [`<h2>${escape(changes.heading)}</h2>`, block('p', changes.text)] : []),
    `<p>${link(to, 'Open it in the panel')}</p>`,
    `<p><small>${link(account, 'Get no more of these mails')}</small></p>`,
  ].join('\n'),
})
