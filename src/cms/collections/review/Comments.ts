// Defines comments: what people say of a document while it is in the making, until an account marks it as settled. Written by the workflow's endpoints, and by the readers' side for a guest.
import type { Access, CollectionConfig } from 'payload'
import { access } from '@/cms/access/access'
import { remarkOnLink } from '@/cms/review/comments/remark'
import { notifyOfComment } from '@/cms/review/comments/notifyOfComment'
import { LIMITS } from '@/domain/access/limits'
import { WITHDRAWAL_REASONS } from '@/domain/workflow/subject'

const rules = access('comments')

/** The readers' side stores what a guest says on a review link, and nothing else. */
const remarks: Access = (asked) => asked.data?.reviewLink != null && rules.create(asked)

export const Comments: CollectionConfig = {
  slug: 'comments',
  labels: { singular: 'Comment', plural: 'Comments' },
  admin: { hidden: true, useAsTitle: 'text' },
  access: { ...rules, create: remarks },
  indexes: [{ fields: ['kind', 'document'] }],
  hooks: { beforeValidate: [remarkOnLink], afterChange: [notifyOfComment] },
  fields: [
    { name: 'kind', type: 'select', required: true, options: Object.keys(WITHDRAWAL_REASONS) },
    { name: 'document', type: 'number', required: true },
    { name: 'version', type: 'number', required: true },
    { name: 'text', type: 'textarea', required: true, maxLength: LIMITS.note },
    // The comment that it answers; of one that answers nothing, none.
    { name: 'answers', type: 'number', index: true },
    // An account by number, or the name that a guest gave on a review link.
    { name: 'who', type: 'number' },
    { name: 'guest', type: 'text', maxLength: LIMITS.name },
    { name: 'reviewLink', type: 'relationship', relationTo: 'review-links' },
    { name: 'settledAt', type: 'date' },
    { name: 'settledBy', type: 'number' },
  ],
}
