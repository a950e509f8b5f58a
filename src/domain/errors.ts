/**
 * Every way the product can refuse, with the status of our own API.
 * Codes are stable: programs decide by them, texts may change (src/language/<language>/errors.ts).
 */
export const errorCodes = {
  // syntax and transport
  malformed: 400,
  invalidId: 400,
  invalidCursor: 400,
  duplicateParameter: 400,
  unknownParameter: 400,
  idempotencyKeyMissing: 400,
  idempotencyKeyInvalid: 400,
  hostNotAllowed: 421,
  methodNotAllowed: 405,
  notAcceptable: 406,
  requestTimeout: 408,
  bodyTooLarge: 413,
  uriTooLong: 414,
  unsupportedMediaType: 415,
  expectationFailed: 417,
  headersTooLarge: 431,
  // who
  notSignedIn: 401,
  signInFailed: 401,
  sessionEnded: 401,
  csrfFailed: 403,
  stepUpRequired: 403,
  secondFactorRequired: 403,
  notAllowed: 403,
  notFound: 404,
  // meaning
  invalidInput: 422,
  invalidName: 422,
  invalidMailAddress: 422,
  weakPassword: 422,
  wrongCode: 422,
  idempotencyKeyReused: 422,
  draftRefused: 422,
  // state
  invalidTransition: 409,
  alreadyExists: 409,
  idempotencyKeyRunning: 409,
  agreementChanged: 409,
  agreementMissing: 409,
  removalBlocked: 409,
  lastAdministrator: 409,
  privilegesRuledByCloud: 422,
  requestNotPossible: 409,
  invitationNotPossible: 409,
  partnershipNotPossible: 409,
  handOverNotPossible: 409,
  transferNotPossible: 409,
  statementTooLong: 409,
  referralNotPossible: 409,
  customerNotPossible: 409,
  attestationNotPossible: 409,
  letterNotPossible: 409,
  orderNotPossible: 409,
  subscriptionNotPossible: 409,
  purchaseNotPossible: 409,
  supportNotPossible: 409,
  licenseNotPossible: 409,
  catalogueFileUnreadable: 422,
  priceNotPossible: 409,
  alreadySetUp: 409,
  changedMeanwhile: 412,
  preconditionRequired: 428,
  tooManyRequests: 429,
  notReady: 503,
  outcomeUnknown: 503,
  busy: 503,
  internal: 500,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof errorCodes

/** A refusal. The message is for logs and developers; people read the text of the code in their own language. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message)
    this.name = 'DomainError'
    this.code = code
    this.details = details
  }
}
