// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerting/notifier.h"

#include <algorithm>

namespace sockeye::test {

//! \brief Keeps what it was told.
class RecordingNotifier final : public Notifier {
public:
    void notify(const Notice &notice) override { notices.push_back(notice); }
    void withdraw(const QString &key) override { withdrawn.append(key); }

    //! \brief How often a notice of \a kind came, about \a ruleKey unless that is empty.
    [[nodiscard]] int count(Notice::Kind kind, const QString &ruleKey = {}) const
    {
        return static_cast<int>(std::count_if(notices.begin(), notices.end(), [&](const Notice &notice) {
            return notice.kind == kind && (ruleKey.isEmpty() || notice.ruleKey == ruleKey);
        }));
    }

    std::vector<Notice> notices;
    QStringList withdrawn;
};

} // namespace sockeye::test
