// Defines media: images with their alternative text and the sizes made at upload.
import type { CollectionConfig } from 'payload'
import { access } from '@/cms/access/access'
import { LIMITS } from '@/domain/access/limits'
import { PICTURE_TYPES } from '@/domain/discovery/pictureLimits'

export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: 'Image', plural: 'Images' },
  admin: { group: 'Content', useAsTitle: 'alt', defaultColumns: ['filename', 'alt', 'updatedAt'] },
  access: access('media'),
  disableDuplicate: true,
  upload: {
    mimeTypes: PICTURE_TYPES,
    // The server fetches nothing for anybody.
    pasteURL: false,
    // Names alone: the files are made in cms/media/pictures.
    imageSizes: [{ name: 'small' }, { name: 'medium' }, { name: 'large' }, { name: 'share' }],
    adminThumbnail: 'small',
    focalPoint: true,
  },
  fields: [
    {
      name: 'alt',
      label: 'Alternative text',
      type: 'text',
      required: true,
      maxLength: LIMITS.alt,
      admin: { description: 'What the picture shows, for readers who do not see it.' },
    },
    { name: 'caption', type: 'text', maxLength: LIMITS.caption },
    {
      name: 'usedIn',
      type: 'join',
      collection: 'articles',
      on: 'images',
      admin: { allowCreate: false, defaultColumns: ['title', 'workflowState'] },
    },
  ],
}
