// Serves /assets/preview.js, which only previews load.
import { NO_SNIFF } from '@/domain/http/responseHeaders'
import { previewScript } from '@/site/review/previewScript'

export const GET = () =>
  new Response(previewScript, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
      ...NO_SNIFF,
    },
  })
