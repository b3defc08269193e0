// The address above Payload's REST interface: nothing is there.
import { notFound } from '@/cms/requestGuard'

export const GET = notFound
export const POST = notFound
export const DELETE = notFound
export const PATCH = notFound
export const PUT = notFound
