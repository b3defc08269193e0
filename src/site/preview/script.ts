// The one script outside the panel: an editor's preview reloads when the panel says that something was saved.

/** Payload's live preview speaks by messages; both sides must be of this origin. */
export const previewScript = `const panel = window.opener ?? window.parent
window.addEventListener('message', ({ origin, data }) => {
  if (origin === location.origin && data?.type === 'payload-document-event') location.reload()
})
panel.postMessage({ type: 'payload-live-preview', ready: true }, location.origin)
`
