/** Why a backup is not taken, or not restored. Codes are stable; the message is a sentence that says what to do. */
export type BackupErrorCode =
  | 'fileExists'
  | 'fileUnreachable'
  | 'notABackup'
  | 'backupNewer'
  | 'backupDamaged'
  | 'backupForeign'
  | 'keyMissing'
  | 'notEmpty'
  | 'restoreDiffers'
  | 'snapshotLost'

export class BackupError extends Error {
  readonly code: BackupErrorCode

  constructor(code: BackupErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'BackupError'
    this.code = code
  }
}
