// Finds what else would refuse a document if it were published as it is: the limits of the input, and Payload's rule of each field.
import {
  beforeChangeTraverseFields,
  createLocalReq,
  type JsonObject,
  type PayloadRequest,
  type ValidationFieldError,
} from 'payload'
import { inputIssues } from '@/cms/fields/input/guardInput'
import type { Kind } from '@/domain/workflow/subject'
import { passing } from '../../records/pass'

interface Found {
  field: string
  severity: 'block'
  code: 'fieldInvalid'
  /** Begins with the name of the field. */
  message: string
}

/**
 * Runs what publishing runs, on a copy, and writes nothing.
 * @param document its working version, with ids in place of rows
 */
export async function fieldIssues(
  kind: Kind,
  document: object,
  req: PayloadRequest,
): Promise<Found[]> {
  const { config } = req.payload.collections[kind]
  const data = structuredClone({ ...document, _status: 'published' }) as JsonObject
  const limits = inputIssues(config.fields, data).map(({ path, message }) => ({
    path,
    message: `${path}: ${message}`,
  }))
  const errors: ValidationFieldError[] = []
  const own = await createLocalReq({ req: passing(req), context: {} }, req.payload)
  await beforeChangeTraverseFields({
    collection: config,
    context: own.context,
    data,
    errors,
    fields: config.fields,
    doc: data,
    docWithLocales: data,
    siblingData: data,
    siblingDoc: data,
    siblingDocWithLocales: data,
    fieldLabelPath: '',
    global: null,
    id: data.id as number,
    mergeLocaleActions: [],
    operation: 'update',
    overrideAccess: true,
    parentIndexPath: '',
    parentIsLocalized: false,
    parentPath: '',
    parentSchemaPath: '',
    req: own,
  })
  const refused = errors
    .filter(({ path }) => !limits.some((limit) => limit.path === path))
    .map(({ label, message, path }) => ({
      path,
      message: `${typeof label === 'string' ? label : path}: ${message}`,
    }))
  return [...limits, ...refused].map(({ path, message }) => ({
    field: path,
    severity: 'block',
    code: 'fieldInvalid',
    message,
  }))
}
