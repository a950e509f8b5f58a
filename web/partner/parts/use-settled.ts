import { useEffect, useState } from 'react'

/** The value after a pause in changing it, so that no question goes out for every letter. */
export function useSettled<Value>(value: Value, pause = 350): Value {
  const key = JSON.stringify(value)
  const [settled, setSettled] = useState(value)
  const isSettled = JSON.stringify(settled) === key
  useEffect(() => {
    if (isSettled) return
    const timer = setTimeout(() => setSettled(JSON.parse(key ?? 'null') as Value), pause)
    return () => clearTimeout(timer)
  }, [key, pause, isSettled])
  return settled
}
