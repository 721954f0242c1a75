// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHashFunctions>

#include <initializer_list>
#include <memory>
#include <vector>

namespace sockeye {

//! \brief One name and value, UTF-8. https://prometheus.io/docs/concepts/data_model/
struct Label {
    QByteArray name;
    QByteArray value;

    friend bool operator==(const Label &, const Label &) = default;
    friend bool operator<(const Label &a, const Label &b)
    {
        return a.name != b.name ? a.name < b.name : a.value < b.value;
    }
};

//! \brief The identity of a series: labels sorted by name, hashed once, shared and immutable. Empty values
//! are dropped, because to Prometheus an empty label is an absent one; of two labels with one name the later
//! stays. Copying is one reference count. Thread-safe.
class LabelSet final {
public:
    LabelSet();
    explicit LabelSet(std::vector<Label> labels);
    LabelSet(std::initializer_list<Label> labels);

    [[nodiscard]] const std::vector<Label> &labels() const { return m_data->labels; }
    [[nodiscard]] bool isEmpty() const { return m_data->labels.empty(); }
    [[nodiscard]] std::size_t hash() const { return m_data->hash; }

    //! \brief The value of \a name, or an empty array when the label is absent.
    [[nodiscard]] QByteArray value(const QByteArray &name) const;
    //! \brief The metric's name, which travels as the label __name__.
    [[nodiscard]] QByteArray metricName() const;
    //! \brief The same set with \a name set to \a value (removed when it is empty).
    [[nodiscard]] LabelSet with(const QByteArray &name, const QByteArray &value) const;
    [[nodiscard]] LabelSet without(const QByteArray &name) const { return with(name, {}); }
    //! \brief In PromQL's notation: name{a="b",c="d"}; in that of Prometheus 3 where a name needs quotes:
    //! {"my.name","c.d"="e"}.
    [[nodiscard]] QByteArray toPromQl() const;

    friend bool operator==(const LabelSet &a, const LabelSet &b)
    {
        return a.m_data == b.m_data
            || (a.m_data->hash == b.m_data->hash && a.m_data->labels == b.m_data->labels);
    }
    friend bool operator<(const LabelSet &a, const LabelSet &b) { return a.labels() < b.labels(); }
    friend std::size_t qHash(const LabelSet &set, std::size_t seed = 0) { return set.hash() ^ seed; }

private:
    struct Data {
        std::vector<Label> labels;
        std::size_t hash = 0;
    };

    std::shared_ptr<const Data> m_data;
};

} // namespace sockeye

template <>
struct std::hash<sockeye::LabelSet> {
    std::size_t operator()(const sockeye::LabelSet &set) const noexcept { return set.hash(); }
};
