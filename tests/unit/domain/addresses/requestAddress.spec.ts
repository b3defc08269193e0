// An address that cannot be read, or names what no row can be, is told apart before anything is looked up.
import { describe, expect, it } from 'vitest'
import { addressIssue } from '@/domain/addresses/requestAddress'
import { MAX_ID } from '@/domain/values/rowId'

const issue = (address: string) => {
  const [path = '', query = ''] = address.split('?')
  return addressIssue(path.split('/'), new URLSearchParams(query))
}

describe('an address', () => {
  it.each([
    'articles',
    'articles/12',
    'articles/versions/12',
    'articles/count',
    'users/me',
    'articles?where[title][equals]=%C3%A9',
    'articles?where={"id":{"equals":1}}',
    'payload-preferences/1-of-mine',
    `articles/${MAX_ID}`,
  ])('%s is fine', (address) => expect(issue(address)).toBeUndefined())

  it.each([
    '0',
    '-1',
    '1.5',
    '1e3',
    '12abc',
    '12%27',
    '%2012',
    '+1',
    `${MAX_ID + 1}`,
    '9'.repeat(14),
  ])('articles/%s is no row', (id) => {
    expect(issue(`articles/${id}`)).toEqual({ code: 'noSuchRow' })
    expect(issue(`articles/versions/${id}`)).toEqual({ code: 'noSuchRow' })
  })

  it.each([
    ['articles/12%00', 'path'],
    ['articles/%FF', 'path'],
    ['articles/%ED%A0%80', 'path'],
    ['%00', 'path'],
    ['articles?where[title][equals]=%00', 'where[title][equals]'],
    ['articles?sort=%00', 'sort'],
    ['articles?a%00=1', 'a'],
    ['articles?%00=1', 'query'],
    ['articles?where=x', 'where'],
    ['articles?where=[]', 'where'],
  ])('%s cannot be read', (address, part) =>
    expect(issue(address)).toEqual({ code: 'unreadable', part }),
  )
})
