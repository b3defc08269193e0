// Serves /assets/site-<hash>.css and so on. Browsers may store them for ever, since other content has another address.
import { assetResponse } from '@/site/assets/respond'

export const GET = (request: Request) => assetResponse(new URL(request.url).pathname)
