raise SystemExit('socket')
