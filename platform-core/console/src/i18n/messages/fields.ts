import { m } from './message';

export const fields = {
  'fields.from': m('Från', 'From'),
  'fields.to': m('Till', 'To'),
  'fields.photos.add': m('Ta eller välj foton', 'Take or choose photos'),
  'fields.files.add': m('Välj filer eller släpp dem här', 'Choose files or drop them here'),
  'fields.files.most': m('Högst {n}', 'At most {n}'),
  'fields.files.wait': m('Vänta tills filerna är uppladdade', 'Wait until the files are uploaded'),
  'fields.file.remove': m('Ta bort {name}', 'Remove {name}'),
  'fields.file.hidden': m('Dokument som inte kan visas', 'A document that cannot be shown'),
  'fields.hidden': m('Kan inte visas', 'Cannot be shown'),
  'fields.row.add': m('Lägg till rad', 'Add a row'),
  'fields.row.remove': m('Ta bort rad', 'Remove row'),
  'fields.row.remove.n': m('Ta bort rad {n}', 'Remove row {n}'),
  'fields.cell': m('{what}, rad {n}', '{what}, row {n}'),
  'fields.cell.wrong': m('rad {n}: {detail}', 'row {n}: {detail}'),
};
