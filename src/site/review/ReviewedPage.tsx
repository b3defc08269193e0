// Renders the article of a review link for its guest, who may leave a remark below it.
import { renderArticlePage, type ArticlePageProps } from '@/site/articles/ArticlePage'
import { RemarkForm } from './RemarkForm'
import { ReviewNotice, type Review } from './ReviewNotice'

export const renderReviewedPage = ({
  review,
  ...props
}: ArticlePageProps & { review: Review }): Promise<string> =>
  renderArticlePage({
    ...props,
    notice: <ReviewNotice {...review} />,
    below: <RemarkForm {...review} />,
  })
