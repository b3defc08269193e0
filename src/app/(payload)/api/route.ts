// Answers 404 at the address above Payload's REST interface, where nothing is.
import { notFound } from '@/cms/access/requests/requestGuard'

export const GET = notFound
export const POST = notFound
export const DELETE = notFound
export const PATCH = notFound
export const PUT = notFound
