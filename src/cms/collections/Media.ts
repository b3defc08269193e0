// Media: images with their alternative text and the sizes made at upload.
import type { CollectionConfig, ImageUploadFormatOptions } from 'payload'
import { access } from '@/cms/access/access'
import { checkUpload, MOST_PIXELS } from '@/cms/hooks/checkUpload'
import { LIMITS } from '@/domain/limits'

const WEBP: ImageUploadFormatOptions = { format: 'webp', options: { quality: 80 } }

export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: 'Image', plural: 'Images' },
  admin: { group: 'Content', useAsTitle: 'alt', defaultColumns: ['filename', 'alt', 'updatedAt'] },
  access: access('media'),
  disableDuplicate: true,
  hooks: { beforeOperation: [checkUpload] },
  upload: {
    // SVG may carry script; these four are pictures and nothing else.
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
    // Made anew, a picture loses what hid in it: where it was taken, and whatever was put behind it.
    formatOptions: WEBP,
    constructorOptions: { limitInputPixels: MOST_PIXELS },
    // The server fetches nothing for anybody.
    pasteURL: false,
    imageSizes: [
      { name: 'small', width: 480, withoutEnlargement: true, formatOptions: WEBP },
      { name: 'medium', width: 960, withoutEnlargement: true, formatOptions: WEBP },
      { name: 'large', width: 1600, withoutEnlargement: true, formatOptions: WEBP },
      {
        name: 'share',
        width: 1200,
        height: 630,
        formatOptions: { format: 'jpeg', options: { quality: 82 } },
      },
    ],
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
