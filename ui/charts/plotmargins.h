// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace sockeye {

//! \brief Space around a plot, in pixels. Charts that stand one above the other share left and right.
struct PlotMargins {
    int left = 48;
    int top = 8;
    int right = 48;
    int bottom = 8;

    friend bool operator==(const PlotMargins &, const PlotMargins &) = default;
};

} // namespace sockeye
