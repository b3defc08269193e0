// Defines the place in a form from which everything that names the row is given to another row.
import type { UIField } from 'payload'

export const givingField: UIField = {
  name: 'giveToAnother',
  type: 'ui',
  admin: { components: { Field: '/cms/admin/naming/GiveToAnother#GiveToAnother' } },
}
