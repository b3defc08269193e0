// Payload's REST interface.
import config from '@payload-config'
import {
  REST_DELETE,
  REST_GET,
  REST_OPTIONS,
  REST_PATCH,
  REST_POST,
  REST_PUT,
} from '@payloadcms/next/routes'
import { atDoor } from '@/cms/door'

export const GET = atDoor(REST_GET(config))
export const POST = atDoor(REST_POST(config))
export const DELETE = atDoor(REST_DELETE(config))
export const PATCH = atDoor(REST_PATCH(config))
export const PUT = atDoor(REST_PUT(config))
export const OPTIONS = atDoor(REST_OPTIONS(config))
