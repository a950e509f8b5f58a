import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from '@fluentui/react-components'
import { useText } from '../language/LanguageProvider.tsx'
import { BulletList } from '../ui/BulletList.tsx'

/** Who helps whom, from the recovery code in a drawer to the operator; nobody is let in from here. */
export function LostSecondFactor() {
  const { t } = useText()
  return (
    <Accordion collapsible>
      <AccordionItem value="lost">
        <AccordionHeader as="h2">{t('passkeys.lost')}</AccordionHeader>
        <AccordionPanel>
          <BulletList items={[t('passkeys.lostCodes'), t('passkeys.lostColleague'), t('passkeys.lostLast'), t('passkeys.lostTold')]} />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  )
}
