// /assets/site-<hash>.css and so on: kept by browsers for ever, since another content has another address.
import { assetResponse } from '@/site/assets/respond'

export const GET = (request: Request) => assetResponse(new URL(request.url).pathname)
