import { useText } from '../../shared/language/LanguageProvider.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'

/** Whose account is meant: enough for those who have one there, too little for others. */
export function AddressedTo({ hint }: { hint: string | null }) {
  const { rich } = useText()
  if (!hint) return null
  return <QuietText>{rich('invitation.addressedTo', { hint: <bdi>{hint}</bdi>, b: (parts) => <strong>{parts}</strong> })}</QuietText>
}
