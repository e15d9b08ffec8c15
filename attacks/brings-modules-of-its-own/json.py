raise SystemExit('json')
