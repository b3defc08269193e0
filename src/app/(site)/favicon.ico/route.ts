// Serves /favicon.ico to clients that ask for an icon without having looked at a page.
import { faviconResponse } from '@/site/assets/respond'

export const GET = () => faviconResponse()
