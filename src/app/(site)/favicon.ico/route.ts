// /favicon.ico: for whoever asks for an icon without having looked at a page.
import { faviconResponse } from '@/site/assets/respond'

export const GET = () => faviconResponse()
