// Defines the navigation: the links in the header and the footer.
import type { ArrayField, GlobalConfig } from 'payload'
import { auditSettings } from '@/cms/accounts/audit'
import { globalAccess } from '@/cms/access/access'
import { url } from '@/cms/fields/url'
import { LIMITS } from '@/domain/access/limits'

const links = (name: 'header' | 'footer'): ArrayField => ({
  name,
  type: 'array',
  maxRows: 12,
  labels: { singular: 'Link', plural: 'Links' },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'label', type: 'text', required: true, maxLength: LIMITS.label },
        {
          name: 'url',
          label: 'Address',
          type: 'text',
          required: true,
          ...url,
          admin: { description: 'A path on this site, such as /about, or an https address.' },
        },
      ],
    },
  ],
})

export const Navigation: GlobalConfig = {
  slug: 'navigation',
  label: 'Navigation',
  admin: { group: 'Site' },
  access: globalAccess('navigation'),
  hooks: { afterChange: [auditSettings] },
  fields: [links('header'), links('footer')],
}
