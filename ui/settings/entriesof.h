// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/entriespage.h"

#include <vector>

namespace sockeye {

//! \brief The part of a \a Page with a list of entries that keeps them.
template <typename Entry, typename Page>
class EntriesOf : public Page {
protected:
    using Page::Page;

    [[nodiscard]] Entry &at(int index) { return m_entries[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const Entry &at(int index) const { return m_entries[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    void append(Entry entry) { m_entries.push_back(std::move(entry)); }
    //! \brief Replaces all entries and shows the first.
    void reset(std::vector<Entry> entries)
    {
        m_entries = std::move(entries);
        this->updateRows();
        this->setCurrent(m_entries.empty() ? -1 : 0);
    }

    [[nodiscard]] int entryCount() const final { return static_cast<int>(m_entries.size()); }
    void removeEntry(int index) final { m_entries.erase(m_entries.begin() + index); }

private:
    std::vector<Entry> m_entries;
};

} // namespace sockeye
