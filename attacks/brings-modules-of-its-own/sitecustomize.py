open('/tmp/mark-of-sitecustomize', 'w').close()
