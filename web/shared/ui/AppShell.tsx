import { makeStyles } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { ArrivalProvider } from './arrival.tsx'
import { PlaceHeading } from './PlaceHeading.tsx'
import { SideNavigation, type NavigationGroup } from './SideNavigation.tsx'
import { SkipLink } from './SkipLink.tsx'
import { TopBar, type TopBarProps } from './TopBar.tsx'

const narrow = '@media (max-width: 640px)'

const useStyles = makeStyles({
  columns: { display: 'flex', alignItems: 'flex-start' },
  main: {
    flexGrow: 1,
    minWidth: 0,
    boxSizing: 'border-box',
    padding: '28px 32px 64px',
    outlineStyle: 'none',
    [narrow]: { padding: '20px 16px 48px' },
  },
  width: { maxWidth: '1320px', marginInline: 'auto' },
})

export type AppShellProps = Omit<TopBarProps, 'onOpenNavigation'> & {
  navigation: readonly NavigationGroup[]
  /** Changes with every page that is a new place for the reader; the focus then moves to its heading. */
  place: string
  notices?: ReactNode
  children: ReactNode
}

/** Bar, navigation and main region of a portal. Knows neither router nor API: links, names and acts come in. */
export function AppShell({ navigation, place, notices, children, ...bar }: AppShellProps) {
  const styles = useStyles()
  const [isDrawerOpen, setDrawerOpen] = useState(false)
  const current = navigation.flatMap(({ items }) => items).find(({ isCurrent }) => isCurrent)

  return (
    <ArrivalProvider place={place} productName={bar.productName}>
      <SkipLink />
      <TopBar {...bar} onOpenNavigation={() => setDrawerOpen(true)} />
      <div className={styles.columns}>
        <SideNavigation groups={navigation} isDrawerOpen={isDrawerOpen} onDrawerOpen={setDrawerOpen} />
        <main id="main" tabIndex={-1} className={styles.main}>
          <div className={styles.width}>
            {notices}
            <PlaceHeading name={current?.label ?? bar.productName}>{children}</PlaceHeading>
          </div>
        </main>
      </div>
    </ArrivalProvider>
  )
}
