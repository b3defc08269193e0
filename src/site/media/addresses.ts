// Changes the addresses of the images on a private page: no live page may show them yet.
import type { Article, Image } from '@/domain/articles/article'

/** @param address from a path under /media to an address that may be seen */
export function withImageAddresses(article: Article, address: (path: string) => string): Article {
  const readdressed = <Picture extends Image>(image: Picture): Picture => ({
    ...image,
    url: address(image.url),
    sizes: image.sizes?.map((size) => ({ ...size, url: address(size.url) })),
    share: image.share && { ...image.share, url: address(image.share.url) },
  })
  return {
    ...article,
    heroImage: article.heroImage && readdressed(article.heroImage),
    images: article.images.map(readdressed),
  }
}
