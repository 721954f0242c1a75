// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/optionsdraft.h"

#include "core/prometheus/duration.h"

#include "ui/settings/filledlines.h"

#include <algorithm>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

using Choice = OptionsDraft::Choice;

constexpr int mostDigits = 100;

Choice choiceOf(const std::optional<bool> &value)
{
    if (!value)
        return Choice::Server;
    return *value ? Choice::Yes : Choice::No;
}

std::optional<bool> valueOf(Choice choice)
{
    return choice == Choice::Server ? std::nullopt : std::optional(choice == Choice::Yes);
}

std::optional<int> digitsOf(const QString &text)
{
    bool isNumber = false;
    const int digits = text.trimmed().toInt(&isNumber);
    return isNumber && digits >= 0 && digits <= mostDigits ? std::optional(digits) : std::nullopt;
}

QStringList listOf(QString commaSeparated)
{
    return filledLines(commaSeparated.replace(u',', u'\n'));
}

bool isResolution(const QString &text)
{
    return text.isEmpty() || text == "auto"_L1 || parseDuration(text);
}

bool isLabel(const QString &line)
{
    return line.indexOf(u'=') > 0;
}

} // namespace

OptionsDraft optionsDraft(const EndpointOptions &options)
{
    const ThanosOptions &thanos = options.thanos;
    const VictoriaMetricsOptions &victoriaMetrics = options.victoriaMetrics;
    return {.deduplicate = choiceOf(thanos.deduplicate),
        .partialResponse = choiceOf(thanos.partialResponse),
        .maxResolution = thanos.maxSourceResolution,
        .replicaLabels = thanos.replicaLabels.join(u", "_s),
        .noCache = victoriaMetrics.noCache,
        .extraLabels = victoriaMetrics.extraLabels.join(u'\n'),
        .extraFilters = victoriaMetrics.extraFilters.join(u'\n'),
        .roundDigits =
            victoriaMetrics.roundDigits ? QString::number(*victoriaMetrics.roundDigits) : QString()};
}

EndpointOptions optionsOf(const OptionsDraft &draft)
{
    return {.thanos = {.deduplicate = valueOf(draft.deduplicate),
                .partialResponse = valueOf(draft.partialResponse),
                .maxSourceResolution = draft.maxResolution.trimmed(),
                .replicaLabels = listOf(draft.replicaLabels)},
        .victoriaMetrics = {.noCache = draft.noCache,
            .extraLabels = filledLines(draft.extraLabels),
            .extraFilters = filledLines(draft.extraFilters),
            .roundDigits = digitsOf(draft.roundDigits)}};
}

std::vector<FieldProblem> problemsOf(const OptionsDraft &draft)
{
    std::vector<FieldProblem> problems;
    const auto malformed = [&problems](FormField field) {
        problems.push_back({field, FieldProblem::Kind::Malformed});
    };
    if (!isResolution(draft.maxResolution.trimmed()))
        malformed(FormField::MaxResolution);
    if (!std::ranges::all_of(filledLines(draft.extraLabels), isLabel))
        malformed(FormField::ExtraLabels);
    if (!draft.roundDigits.trimmed().isEmpty() && !digitsOf(draft.roundDigits))
        malformed(FormField::RoundDigits);
    return problems;
}

} // namespace sockeye
