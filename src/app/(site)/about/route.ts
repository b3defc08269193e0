// /about
import { renderAboutPage } from '@/site/about/AboutPage'
import { page } from '@/site/page'

export const GET = (request: Request) => page(request, renderAboutPage)
