process.stdout.write('offprint\n');
