// Reloads an editor's preview when the panel says that something was saved: the one script outside the panel.

/** Payload's live preview speaks by messages; both sides must be of this origin. */
export const previewScript = `const panel = window.opener ?? window.parent
window.addEventListener('message', ({ origin, data }) => {
  if (origin === location.origin && data?.type === 'payload-document-event') location.reload()
})
panel.postMessage({ type: 'payload-live-preview', ready: true }, location.origin)
`
