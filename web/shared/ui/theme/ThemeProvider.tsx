import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components'
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { skinOf, type Skin } from './skins.ts'

export const appearances = ['light', 'dark', 'system'] as const

export type Appearance = (typeof appearances)[number]

type Worn = { appearance: Appearance; wear: (appearance: Appearance) => void; isDark: boolean; skin: Skin }

const WornContext = createContext<Worn | null>(null)

const useStyles = makeStyles({
  page: { backgroundColor: tokens.colorNeutralBackground2, color: tokens.colorNeutralForeground1 },
})

/** Skin, light or dark, for everything below. */
export function ThemeProvider({ skinName, children }: { skinName: string; children: ReactNode }) {
  const styles = useStyles()
  const [appearance, setAppearance] = useState(savedAppearance)
  const systemIsDark = useSystemDarkness()
  const isDark = appearance === 'dark' || (appearance === 'system' && systemIsDark)
  const skin = useMemo(() => skinOf(skinName), [skinName])

  useEffect(() => {
    if (appearance === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = appearance
  }, [appearance])

  const worn = useMemo<Worn>(() => {
    const wear = (next: Appearance) => {
      saveAppearance(next)
      setAppearance(next)
    }
    return { appearance, wear, isDark, skin }
  }, [appearance, isDark, skin])

  return (
    <WornContext value={worn}>
      <FluentProvider theme={isDark ? skin.dark : skin.light} className={styles.page}>
        {children}
      </FluentProvider>
    </WornContext>
  )
}

export function useTheme(): Worn {
  const worn = use(WornContext)
  if (!worn) throw new TypeError('ThemeProvider is missing above this component')
  return worn
}

const darkness = '(prefers-color-scheme: dark)'

function useSystemDarkness(): boolean {
  const [isDark, setDark] = useState(() => matchMedia(darkness).matches)
  useEffect(() => {
    const list = matchMedia(darkness)
    const follow = () => setDark(list.matches)
    list.addEventListener('change', follow)
    return () => list.removeEventListener('change', follow)
  }, [])
  return isDark
}

const savedAs = 'vinculo.appearance'

function savedAppearance(): Appearance {
  try {
    const saved = localStorage.getItem(savedAs)
    return appearances.find((one) => one === saved) ?? 'system'
  } catch {
    return 'system'
  }
}

function saveAppearance(appearance: Appearance): void {
  try {
    localStorage.setItem(savedAs, appearance)
  } catch {
    // without storage the choice holds for this page only
  }
}
