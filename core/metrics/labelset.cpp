// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/labelset.h"

#include <algorithm>

namespace sockeye {

namespace {

std::vector<Label> normalized(std::vector<Label> labels)
{
    std::stable_sort(
        labels.begin(), labels.end(), [](const Label &a, const Label &b) { return a.name < b.name; });
    // From the back, so that the later of two with one name is the one that stays.
    const auto kept = std::unique(
        labels.rbegin(), labels.rend(), [](const Label &a, const Label &b) { return a.name == b.name; });
    labels.erase(labels.begin(), kept.base());
    std::erase_if(labels, [](const Label &label) { return label.value.isEmpty(); });
    return labels;
}

std::size_t hashOf(const std::vector<Label> &labels)
{
    std::size_t seed = labels.size();
    for (const Label &label : labels)
        seed = qHashMulti(seed, label.name, label.value);
    return seed;
}

QByteArray quoted(QByteArray value)
{
    value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return '"' + value + '"';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// Whether PromQL reads \a name without quotes: ASCII letters and \a others, and digits except in front.
bool isPlainName(const QByteArray &name, QByteArrayView others = {})
{
    const auto isInner = [others](
                             char c) { return isLetter(c) || (c >= '0' && c <= '9') || others.contains(c); };
    return !name.isEmpty() && (isLetter(name.front()) || others.contains(name.front()))
        && std::all_of(name.begin(), name.end(), isInner);
}

} // namespace

LabelSet::LabelSet()
{
    static const auto empty = std::make_shared<const Data>();
    m_data = empty;
}

LabelSet::LabelSet(std::vector<Label> labels)
{
    Data data;
    data.labels = normalized(std::move(labels));
    data.hash = hashOf(data.labels);
    m_data = std::make_shared<const Data>(std::move(data));
}

LabelSet::LabelSet(std::initializer_list<Label> labels)
    : LabelSet(std::vector<Label>(labels))
{
}

QByteArray LabelSet::value(const QByteArray &name) const
{
    const auto found = std::lower_bound(labels().begin(), labels().end(), name,
        [](const Label &label, const QByteArray &wanted) { return label.name < wanted; });
    return found != labels().end() && found->name == name ? found->value : QByteArray();
}

QByteArray LabelSet::metricName() const
{
    return value(QByteArrayLiteral("__name__"));
}

LabelSet LabelSet::with(const QByteArray &name, const QByteArray &value) const
{
    std::vector<Label> labels = m_data->labels;
    std::erase_if(labels, [&name](const Label &label) { return label.name == name; });
    labels.push_back(Label{name, value});
    return LabelSet{std::move(labels)};
}

QByteArray LabelSet::toPromQl() const
{
    const QByteArray metric = metricName();
    const bool isPlain = metric.isEmpty() || isPlainName(metric, ":");
    QByteArray inner = isPlain ? QByteArray() : quoted(metric);
    for (const Label &label : labels()) {
        if (label.name == "__name__")
            continue;
        if (!inner.isEmpty())
            inner += ',';
        inner += (isPlainName(label.name) ? label.name : quoted(label.name)) + '=' + quoted(label.value);
    }
    if (!isPlain)
        return '{' + inner + '}';
    return inner.isEmpty() && !metric.isEmpty() ? metric : metric + '{' + inner + '}';
}

} // namespace sockeye
