DELETE FROM place WHERE id = 'start';
