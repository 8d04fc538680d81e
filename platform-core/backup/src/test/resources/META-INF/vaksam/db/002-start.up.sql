-- what a script puts in is not what people have made of it
INSERT INTO place (id, name) VALUES ('start', 'Start');
