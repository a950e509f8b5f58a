import { makeStyles } from '@fluentui/react-components'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useSession } from '../api/session.ts'
import { ArrivalProvider } from '../ui/arrival.tsx'
import { PlaceHeading } from '../ui/PlaceHeading.tsx'
import { SkipLink } from '../ui/SkipLink.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { BrandLinks } from './BrandLinks.tsx'
import { PortalNotices } from './PortalNotices.tsx'
import { useDoors, usePortal } from './portal.ts'
import { useLanguageMenu } from './use-language-menu.ts'

const useStyles = makeStyles({
  main: {
    boxSizing: 'border-box',
    maxWidth: '880px',
    marginInline: 'auto',
    padding: '40px 24px 64px',
    '@media (max-width: 640px)': { padding: '20px 16px 48px' },
  },
})

/** The frame of the door: for those who are not signed in. */
export function VisitorFrame() {
  const styles = useStyles()
  const { dress } = usePortal()
  const { branding } = useSession().installation
  const doors = useDoors()
  const menu = useLanguageMenu()
  const place = useLocation({ select: ({ pathname }) => pathname })
  return (
    <ArrivalProvider place={place} productName={dress.productName}>
      <SkipLink />
      <TopBar {...menu} brand={branding} productName={dress.productName} homeHref={doors.home} />
      <main id="main" tabIndex={-1} className={styles.main}>
        <PortalNotices isDemoShown />
        <PlaceHeading name={dress.productName}>
          <Outlet />
        </PlaceHeading>
        <BrandLinks />
      </main>
    </ArrivalProvider>
  )
}
