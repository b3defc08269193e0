// Serves /questions/<anchor>, the permanent address of one answer.
import { answerPage } from '@/site/page/answerPage'
import { findQuestion } from '@/site/questions/queries'
import { renderQuestionPage } from '@/site/questions/QuestionPage'

export const GET = (request: Request, { params }: { params: Promise<{ anchor: string }> }) =>
  answerPage(request, async (props) => {
    const found = await findQuestion((await params).anchor)
    return found && 'item' in found ? renderQuestionPage({ ...props, ...found }) : found
  })
