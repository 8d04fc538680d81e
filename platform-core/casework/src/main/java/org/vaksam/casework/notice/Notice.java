package org.vaksam.casework.notice;

import java.util.Map;
import java.util.Optional;

/**
 * Something to tell one person. It keeps no sentence but what a sentence is made of, so that it follows its reader's language.
 *
 * @param account  who is told
 * @param record   id of the record it is about
 * @param actor    account that did it, whose name stands for {@code {by}}
 * @param template name of the sentence in {@code META-INF/vaksam/i18n/notices_sv.json} and {@code notices_en.json}; one that
 *                 is not there gets the sentence of {@code other}
 * @param params   values for the places of the sentence, without secrets. A text in both languages is given as
 *                 {@code name.sv} and {@code name.en} and stands for {@code {name}}; values are cut at 200 characters
 */
public record Notice(
        String account,
        NoticeKind kind,
        Optional<String> record,
        Optional<String> actor,
        String template,
        Map<String, String> params) {}
