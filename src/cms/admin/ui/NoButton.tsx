// Renders nothing where Payload would offer to publish or unpublish past the workflow.
'use client'

export default function NoButton() {
  return null
}
